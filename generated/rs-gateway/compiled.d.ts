// Generated from contracts/rs-gateway/schemas — do not edit.
export {};
