"""What the quicklook maker relies on: its own code runs against Pact's mock, which keeps each exchange as the pact."""
import json
from pathlib import Path

from pact import Pact, match
from quicklooks import outline_of, product_of

HERE = Path(__file__).parent
URN = "URN:FEATURE:DATA:demo:0ee3de39-93cd-3e07-ad28-12f36fd27fc1:V1"
EXCHANGE = "regards.broadcast.fr.cnes.regards.modules.feature.dto.event.out.FeatureRequestEvent"
EVENT = "fr.cnes.regards.modules.feature.dto.event.out.FeatureRequestEvent"


def test_a_new_product_is_heard_of():
    pact = Pact("quicklook-maker", "rs-fem").with_specification("V4")
    (
        pact.upon_receiving("a request has succeeded", "Async")
        .given("the product PRODUCT_1 is asked for")
        .with_body(
            {
                "type": "CREATION",
                "state": "SUCCESS",
                "id": match.str("PRODUCT_1"),
                "urn": match.regex(URN, regex=r"URN:FEATURE:DATA:[^:]+:[0-9a-f-]{36}:V\d+"),
            },
            "application/json",
        )
        .with_metadata({"exchange": EXCHANGE, "regards.type": EVENT})
    )
    heard = []
    pact.verify(lambda body, _headers: heard.append(product_of(json.loads(body))), "Async")
    assert heard == [URN]
    pact.write_file(HERE / "pacts", overwrite=True)


def test_its_outline_is_read():
    pact = Pact("quicklook-maker", "rs-catalog").with_specification("V4")
    (
        pact.upon_receiving("a search by URN")
        .given("the product PRODUCT_1 can be found")
        .with_request("POST", "/api/v1/rs-catalog/stac/search")
        .with_header("Authorization", match.str("Bearer a.b.c"))
        .with_body({"ids": [URN], "limit": 1}, "application/json")
        .will_respond_with(200)
        .with_body(
            {
                "type": "FeatureCollection",
                "links": match.like([]),
                "numberReturned": match.int(1),
                "features": match.each_like(
                    {
                        "type": "Feature",
                        "stac_version": match.str("1.0.0"),
                        "id": match.str("PRODUCT_1"),
                        "geometry": {"type": "Point", "coordinates": match.each_like(match.number(1.0), min=2)},
                        "properties": match.like({"datetime": "2026-01-02T03:04:05.678Z"}),
                        "links": match.like([]),
                        "assets": match.like({}),
                    }
                ),
            },
            "application/geo+json",
        )
    )
    with pact.serve() as mock:
        name, geometry = outline_of(str(mock.url).rstrip("/"), "a.b.c", URN)
    assert (name, geometry["type"]) == ("PRODUCT_1", "Point")
    pact.write_file(HERE / "pacts", overwrite=True)
