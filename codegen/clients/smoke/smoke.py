"""The Python package: logs in, searches, is refused."""
import json
import sys

import regards_client as regards

with open(sys.argv[1]) as file:
    platform = json.load(file)
account = next(one for one in platform["accounts"] if one["role"] == "PROJECT_ADMIN")
host = platform["gateway"] + "/api/v1"
oauth = platform["oauthClient"]

client = regards.Configuration(host=host, username=oauth["id"], password=oauth["secret"])
with regards.ApiClient(client) as api:
    answer = regards.AuthenticationTokensApi(api).create_token(
        scope=account["scope"],
        user_authentication=regards.UserAuthentication(username=account["login"], password=account["password"]),
    )
with regards.ApiClient(regards.Configuration(host=host, access_token=answer.access_token)) as api:
    found = regards.CatalogStacApi(api).search_items(regards.StacSearchBody(limit=3))
    assert len(found.features) == 3, found
    try:
        regards.ModelsApi(api).get_model("NONE")
        raise AssertionError("no 404")
    except regards.ApiException as failure:
        assert failure.status == 404, failure
        print("python:", ", ".join(one.id for one in found.features) + ";", json.loads(failure.body)["messages"][0])
