"""Draws a quicklook of every new product: hears what became of requests, and reads the product by its own client."""
import regards_client as regards


def product_of(event: dict) -> str | None:
    """The URN of the product that a FeatureRequestEvent tells of; None when there is nothing to draw."""
    if event["type"] != "CREATION" or event["state"] != "SUCCESS":
        return None
    return event["urn"]


def outline_of(platform: str, token: str, urn: str) -> tuple[str, dict]:
    """Identifier and geometry (GeoJSON) of a product in the catalogue.

    `platform` is the address of the gateway. Raises `regards.ApiException` when the catalogue refuses, with REGARDS's
    messages in its body, and `LookupError` when the product is not searchable yet.
    """
    configuration = regards.Configuration(host=f"{platform}/api/v1", access_token=token)
    with regards.ApiClient(configuration) as client:
        found = regards.CatalogStacApi(client).search_items(regards.StacSearchBody(ids=[urn], limit=1))
    if not found.features:
        raise LookupError(urn)
    item = found.features[0].to_dict()
    return item["id"], item["geometry"]
