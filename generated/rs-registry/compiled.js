// Generated from contracts/rs-registry/schemas — do not edit.
import module0 from 'ajv/dist/runtime/ucs2length.js';

export const Application = validate52;
const schema19 = {"$id":"https://contracts.invalid/rs-registry/schemas/Application.yaml","title":"Application","description":"A service with its instances.","type":"object","required":["name","instance"],"properties":{"name":{"type":"string","description":"Name of the service in upper case.","examples":["RS-FEM"]},"instance":{"type":"array","maxItems":10000,"description":"Its instances.","items":{"$ref":"Instance.yaml"}}}};
const schema20 = {"$id":"https://contracts.invalid/rs-registry/schemas/Instance.yaml","title":"Instance","description":"One instance of a service, as it registered; members that are not named here come back as they were sent.","type":"object","required":["app","hostName"],"additionalProperties":true,"properties":{"instanceId":{"type":"string","minLength":1,"maxLength":256,"description":"Unique within the service; the host's name when absent.","examples":["rs-fem:1"]},"app":{"type":"string","minLength":1,"maxLength":128,"description":"Name of the service; given back in upper case.","examples":["RS-FEM"]},"hostName":{"type":"string","minLength":1,"maxLength":256,"description":"Where the instance is reached.","examples":["10.0.0.7"]},"ipAddr":{"type":["string","null"],"description":"Its IP address.","examples":["10.0.0.7"]},"vipAddress":{"type":["string","null"],"description":"Virtual addresses, separated by commas.","examples":["rs-fem"]},"secureVipAddress":{"type":["string","null"],"description":"The same for TLS.","examples":["rs-fem"]},"port":{"$ref":"Port.yaml"},"securePort":{"$ref":"Port.yaml"},"status":{"$ref":"InstanceStatus.yaml"},"overriddenStatus":{"$ref":"InstanceStatus.yaml"},"dataCenterInfo":{"type":"object","description":"Where it runs; Java clients insist on it.","additionalProperties":true,"examples":[{"name":"MyOwn"}]},"leaseInfo":{"$ref":"LeaseInfo.yaml"},"homePageUrl":{"type":["string","null"],"description":"Its home page.","examples":["http://10.0.0.7:9101/"]},"statusPageUrl":{"type":["string","null"],"description":"A page about its state.","examples":["http://10.0.0.7:9101/actuator/info"]},"healthCheckUrl":{"type":["string","null"],"description":"Where its health is told.","examples":["http://10.0.0.7:9101/actuator/health"]},"metadata":{"type":["object","null"],"description":"Whatever else it tells of itself.","additionalProperties":true,"examples":[{"management.port":"9101"}]},"lastUpdatedTimestamp":{"type":["string","integer"],"description":"When the registry last changed the entry; a text of epoch milliseconds.","examples":["1773483300000"]},"lastDirtyTimestamp":{"type":["string","integer"],"description":"When the instance last changed itself; a text of epoch milliseconds.","examples":["1773483300000"]},"actionType":{"type":["string","null"],"enum":["ADDED","MODIFIED","DELETED",null],"description":"What happened to it last."}}};
const func1 = module0.default;
const schema21 = {"$id":"https://contracts.invalid/rs-registry/schemas/Port.yaml","title":"Port","description":"A port, and whether it is open.","type":"object","required":["$","@enabled"],"properties":{"$":{"type":["integer","string"],"description":"The number."},"@enabled":{"type":["string","boolean"],"description":"Whether it is open: true or false."}},"examples":[{"$":9101,"@enabled":"true"}]};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/Port.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$ === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$"},message:"must have required property '"+"$"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@enabled"] === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "@enabled"},message:"must have required property '"+"@enabled"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.$ !== undefined){
let data0 = data.$;
if((!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))) && (typeof data0 !== "string")){
const err2 = {instancePath:instancePath+"/$",schemaPath:"#/properties/%24/type",keyword:"type",params:{type: schema21.properties.$.type},message:"must be integer,string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@enabled"] !== undefined){
let data1 = data["@enabled"];
if((typeof data1 !== "string") && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/@enabled",schemaPath:"#/properties/%40enabled/type",keyword:"type",params:{type: schema21.properties["@enabled"].type},message:"must be string,boolean"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"props":{"$":true,"@enabled":true},"dynamicProps":false,"dynamicItems":false};

const schema22 = {"$id":"https://contracts.invalid/rs-registry/schemas/InstanceStatus.yaml","title":"InstanceStatus","description":"Callers are sent to instances that are UP alone.","type":"string","enum":["UP","DOWN","STARTING","OUT_OF_SERVICE","UNKNOWN"]};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/InstanceStatus.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate57.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((data === "UP") || (data === "DOWN")) || (data === "STARTING")) || (data === "OUT_OF_SERVICE")) || (data === "UNKNOWN"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema22.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}
validate57.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema23 = {"$id":"https://contracts.invalid/rs-registry/schemas/LeaseInfo.yaml","title":"LeaseInfo","description":"The lease of an instance; times are epoch milliseconds.","type":"object","properties":{"renewalIntervalInSecs":{"type":"integer","description":"How often heartbeats come."},"durationInSecs":{"type":"integer","description":"How long the lease lasts after a heartbeat."},"registrationTimestamp":{"type":"integer","description":"When the instance registered."},"lastRenewalTimestamp":{"type":"integer","description":"When its last heartbeat came."},"evictionTimestamp":{"type":"integer","description":"When it was taken out; 0 while it lives."},"serviceUpTimestamp":{"type":"integer","description":"When it was UP for the first time."}}};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/LeaseInfo.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.renewalIntervalInSecs !== undefined){
let data0 = data.renewalIntervalInSecs;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
const err0 = {instancePath:instancePath+"/renewalIntervalInSecs",schemaPath:"#/properties/renewalIntervalInSecs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.durationInSecs !== undefined){
let data1 = data.durationInSecs;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
const err1 = {instancePath:instancePath+"/durationInSecs",schemaPath:"#/properties/durationInSecs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.registrationTimestamp !== undefined){
let data2 = data.registrationTimestamp;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
const err2 = {instancePath:instancePath+"/registrationTimestamp",schemaPath:"#/properties/registrationTimestamp/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.lastRenewalTimestamp !== undefined){
let data3 = data.lastRenewalTimestamp;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
const err3 = {instancePath:instancePath+"/lastRenewalTimestamp",schemaPath:"#/properties/lastRenewalTimestamp/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.evictionTimestamp !== undefined){
let data4 = data.evictionTimestamp;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
const err4 = {instancePath:instancePath+"/evictionTimestamp",schemaPath:"#/properties/evictionTimestamp/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.serviceUpTimestamp !== undefined){
let data5 = data.serviceUpTimestamp;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err5 = {instancePath:instancePath+"/serviceUpTimestamp",schemaPath:"#/properties/serviceUpTimestamp/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"props":{"renewalIntervalInSecs":true,"durationInSecs":true,"registrationTimestamp":true,"lastRenewalTimestamp":true,"evictionTimestamp":true,"serviceUpTimestamp":true},"dynamicProps":false,"dynamicItems":false};


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/Instance.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.app === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "app"},message:"must have required property '"+"app"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.hostName === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hostName"},message:"must have required property '"+"hostName"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.instanceId !== undefined){
let data0 = data.instanceId;
if(typeof data0 === "string"){
if(func1(data0) > 256){
const err2 = {instancePath:instancePath+"/instanceId",schemaPath:"#/properties/instanceId/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func1(data0) < 1){
const err3 = {instancePath:instancePath+"/instanceId",schemaPath:"#/properties/instanceId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/instanceId",schemaPath:"#/properties/instanceId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.app !== undefined){
let data1 = data.app;
if(typeof data1 === "string"){
if(func1(data1) > 128){
const err5 = {instancePath:instancePath+"/app",schemaPath:"#/properties/app/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func1(data1) < 1){
const err6 = {instancePath:instancePath+"/app",schemaPath:"#/properties/app/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/app",schemaPath:"#/properties/app/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.hostName !== undefined){
let data2 = data.hostName;
if(typeof data2 === "string"){
if(func1(data2) > 256){
const err8 = {instancePath:instancePath+"/hostName",schemaPath:"#/properties/hostName/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(func1(data2) < 1){
const err9 = {instancePath:instancePath+"/hostName",schemaPath:"#/properties/hostName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/hostName",schemaPath:"#/properties/hostName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.ipAddr !== undefined){
let data3 = data.ipAddr;
if((typeof data3 !== "string") && (data3 !== null)){
const err11 = {instancePath:instancePath+"/ipAddr",schemaPath:"#/properties/ipAddr/type",keyword:"type",params:{type: schema20.properties.ipAddr.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.vipAddress !== undefined){
let data4 = data.vipAddress;
if((typeof data4 !== "string") && (data4 !== null)){
const err12 = {instancePath:instancePath+"/vipAddress",schemaPath:"#/properties/vipAddress/type",keyword:"type",params:{type: schema20.properties.vipAddress.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.secureVipAddress !== undefined){
let data5 = data.secureVipAddress;
if((typeof data5 !== "string") && (data5 !== null)){
const err13 = {instancePath:instancePath+"/secureVipAddress",schemaPath:"#/properties/secureVipAddress/type",keyword:"type",params:{type: schema20.properties.secureVipAddress.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.port !== undefined){
if(!(validate54(data.port, {instancePath:instancePath+"/port",parentData:data,parentDataProperty:"port",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data.securePort !== undefined){
if(!(validate54(data.securePort, {instancePath:instancePath+"/securePort",parentData:data,parentDataProperty:"securePort",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data.status !== undefined){
if(!(validate57(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.overriddenStatus !== undefined){
if(!(validate57(data.overriddenStatus, {instancePath:instancePath+"/overriddenStatus",parentData:data,parentDataProperty:"overriddenStatus",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.dataCenterInfo !== undefined){
let data10 = data.dataCenterInfo;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
}
else {
const err14 = {instancePath:instancePath+"/dataCenterInfo",schemaPath:"#/properties/dataCenterInfo/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.leaseInfo !== undefined){
if(!(validate60(data.leaseInfo, {instancePath:instancePath+"/leaseInfo",parentData:data,parentDataProperty:"leaseInfo",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
if(data.homePageUrl !== undefined){
let data12 = data.homePageUrl;
if((typeof data12 !== "string") && (data12 !== null)){
const err15 = {instancePath:instancePath+"/homePageUrl",schemaPath:"#/properties/homePageUrl/type",keyword:"type",params:{type: schema20.properties.homePageUrl.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.statusPageUrl !== undefined){
let data13 = data.statusPageUrl;
if((typeof data13 !== "string") && (data13 !== null)){
const err16 = {instancePath:instancePath+"/statusPageUrl",schemaPath:"#/properties/statusPageUrl/type",keyword:"type",params:{type: schema20.properties.statusPageUrl.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.healthCheckUrl !== undefined){
let data14 = data.healthCheckUrl;
if((typeof data14 !== "string") && (data14 !== null)){
const err17 = {instancePath:instancePath+"/healthCheckUrl",schemaPath:"#/properties/healthCheckUrl/type",keyword:"type",params:{type: schema20.properties.healthCheckUrl.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.metadata !== undefined){
let data15 = data.metadata;
if((!(data15 && typeof data15 == "object" && !Array.isArray(data15))) && (data15 !== null)){
const err18 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: schema20.properties.metadata.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.lastUpdatedTimestamp !== undefined){
let data16 = data.lastUpdatedTimestamp;
if((typeof data16 !== "string") && (!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))))){
const err19 = {instancePath:instancePath+"/lastUpdatedTimestamp",schemaPath:"#/properties/lastUpdatedTimestamp/type",keyword:"type",params:{type: schema20.properties.lastUpdatedTimestamp.type},message:"must be string,integer"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.lastDirtyTimestamp !== undefined){
let data17 = data.lastDirtyTimestamp;
if((typeof data17 !== "string") && (!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))))){
const err20 = {instancePath:instancePath+"/lastDirtyTimestamp",schemaPath:"#/properties/lastDirtyTimestamp/type",keyword:"type",params:{type: schema20.properties.lastDirtyTimestamp.type},message:"must be string,integer"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.actionType !== undefined){
let data18 = data.actionType;
if((typeof data18 !== "string") && (data18 !== null)){
const err21 = {instancePath:instancePath+"/actionType",schemaPath:"#/properties/actionType/type",keyword:"type",params:{type: schema20.properties.actionType.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!((((data18 === "ADDED") || (data18 === "MODIFIED")) || (data18 === "DELETED")) || (data18 === null))){
const err22 = {instancePath:instancePath+"/actionType",schemaPath:"#/properties/actionType/enum",keyword:"enum",params:{allowedValues: schema20.properties.actionType.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/Application.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.instance === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "instance"},message:"must have required property '"+"instance"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.instance !== undefined){
let data1 = data.instance;
if(Array.isArray(data1)){
if(data1.length > 10000){
const err3 = {instancePath:instancePath+"/instance",schemaPath:"#/properties/instance/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate53(data1[i0], {instancePath:instancePath+"/instance/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/instance",schemaPath:"#/properties/instance/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":{"name":true,"instance":true},"dynamicProps":false,"dynamicItems":false};

export const ApplicationAnswer = validate63;
const schema24 = {"$id":"https://contracts.invalid/rs-registry/schemas/ApplicationAnswer.yaml","title":"ApplicationAnswer","description":"One service.","type":"object","required":["application"],"properties":{"application":{"$ref":"Application.yaml"}}};

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/ApplicationAnswer.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate63.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.application === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "application"},message:"must have required property '"+"application"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.application !== undefined){
if(!(validate52(data.application, {instancePath:instancePath+"/application",parentData:data,parentDataProperty:"application",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}
validate63.evaluated = {"props":{"application":true},"dynamicProps":false,"dynamicItems":false};

export const Applications = validate65;
const schema25 = {"$id":"https://contracts.invalid/rs-registry/schemas/Applications.yaml","title":"Applications","description":"Services with their instances.","type":"object","required":["versions__delta","apps__hashcode","application"],"properties":{"versions__delta":{"type":"string","description":"A constant of the protocol.","examples":["1"]},"apps__hashcode":{"type":"string","description":"STATE_count_ for each state in order, such as UP_3_.","examples":["UP_2_"]},"application":{"type":"array","maxItems":1000,"description":"The services.","items":{"$ref":"Application.yaml"}}}};

function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/Applications.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate65.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.versions__delta === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "versions__delta"},message:"must have required property '"+"versions__delta"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.apps__hashcode === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apps__hashcode"},message:"must have required property '"+"apps__hashcode"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.application === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "application"},message:"must have required property '"+"application"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.versions__delta !== undefined){
if(typeof data.versions__delta !== "string"){
const err3 = {instancePath:instancePath+"/versions__delta",schemaPath:"#/properties/versions__delta/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apps__hashcode !== undefined){
if(typeof data.apps__hashcode !== "string"){
const err4 = {instancePath:instancePath+"/apps__hashcode",schemaPath:"#/properties/apps__hashcode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.application !== undefined){
let data2 = data.application;
if(Array.isArray(data2)){
if(data2.length > 1000){
const err5 = {instancePath:instancePath+"/application",schemaPath:"#/properties/application/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate52(data2[i0], {instancePath:instancePath+"/application/" + i0,parentData:data2,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/application",schemaPath:"#/properties/application/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}
validate65.evaluated = {"props":{"versions__delta":true,"apps__hashcode":true,"application":true},"dynamicProps":false,"dynamicItems":false};

export const ApplicationsAnswer = validate67;
const schema26 = {"$id":"https://contracts.invalid/rs-registry/schemas/ApplicationsAnswer.yaml","title":"ApplicationsAnswer","description":"Services with their instances.","type":"object","required":["applications"],"properties":{"applications":{"$ref":"Applications.yaml"}}};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/ApplicationsAnswer.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate67.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.applications === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "applications"},message:"must have required property '"+"applications"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.applications !== undefined){
if(!(validate65(data.applications, {instancePath:instancePath+"/applications",parentData:data,parentDataProperty:"applications",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}
validate67.evaluated = {"props":{"applications":true},"dynamicProps":false,"dynamicItems":false};

export const Instance = validate53;

export const InstanceAnswer = validate69;
const schema27 = {"$id":"https://contracts.invalid/rs-registry/schemas/InstanceAnswer.yaml","title":"InstanceAnswer","description":"One instance.","type":"object","required":["instance"],"properties":{"instance":{"$ref":"Instance.yaml"}}};

function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/InstanceAnswer.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate69.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.instance === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "instance"},message:"must have required property '"+"instance"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.instance !== undefined){
if(!(validate53(data.instance, {instancePath:instancePath+"/instance",parentData:data,parentDataProperty:"instance",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate69.errors = vErrors;
return errors === 0;
}
validate69.evaluated = {"props":{"instance":true},"dynamicProps":false,"dynamicItems":false};

export const InstanceStatus = validate57;

export const LeaseInfo = validate60;

export const Port = validate54;

export const Registration = validate71;
const schema28 = {"$id":"https://contracts.invalid/rs-registry/schemas/Registration.yaml","title":"Registration","description":"What an instance registers with.","type":"object","required":["instance"],"properties":{"instance":{"$ref":"Instance.yaml"}}};

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/Registration.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate71.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.instance === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "instance"},message:"must have required property '"+"instance"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.instance !== undefined){
if(!(validate53(data.instance, {instancePath:instancePath+"/instance",parentData:data,parentDataProperty:"instance",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}
validate71.evaluated = {"props":{"instance":true},"dynamicProps":false,"dynamicItems":false};

export const Xml = validate73;
const schema29 = {"$id":"https://contracts.invalid/rs-registry/schemas/Xml.yaml","title":"Xml","description":"The same as XML, for clients that ask for it or for nothing at all.","type":"string","examples":["<application><name>RS-FEM</name></application>"]};

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://contracts.invalid/rs-registry/schemas/Xml.yaml" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate73.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate73.errors = vErrors;
return errors === 0;
}
validate73.evaluated = {"dynamicProps":false,"dynamicItems":false};
