import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cnes.regards.client.ApiClient;
import fr.cnes.regards.client.ApiException;
import fr.cnes.regards.client.api.AuthenticationTokensApi;
import fr.cnes.regards.client.api.CatalogStacApi;
import fr.cnes.regards.client.api.ModelsApi;
import fr.cnes.regards.client.model.StacSearchBody;
import fr.cnes.regards.client.model.UserAuthentication;
import java.nio.file.Path;
import java.util.Base64;

/** The Java package: logs in, searches, is refused. */
public class Smoke {
  public static void main(String[] given) throws Exception {
    var platform = new ObjectMapper().readTree(Path.of(given[0]).toFile());
    var account = platform.get("accounts").get(1);
    var oauth = platform.get("oauthClient");
    var secret = oauth.get("id").asText() + ":" + oauth.get("secret").asText();
    var basic = "Basic " + Base64.getEncoder().encodeToString(secret.getBytes());
    var token = new AuthenticationTokensApi(client(platform.get("gateway").asText(), basic))
        .createToken(account.get("scope").asText(), null, null, null, new UserAuthentication()
            .username(account.get("login").asText()).password(account.get("password").asText()))
        .getAccessToken();
    var client = client(platform.get("gateway").asText(), "Bearer " + token);
    var found = new CatalogStacApi(client).searchItems(new StacSearchBody().limit(3)).getFeatures();
    if (found.size() != 3) throw new AssertionError("3 items were asked for, " + found.size() + " came");
    try {
      new ModelsApi(client).getModel("NONE");
      throw new AssertionError("no 404");
    } catch (ApiException failure) {
      if (failure.getCode() != 404) throw failure;
      System.out.println("java: " + found.get(0).getId() + "; " + failure.getResponseBody());
    }
  }

  private static ApiClient client(String gateway, String authorization) {
    var client = new ApiClient();
    client.updateBaseUri(gateway + "/api/v1");
    client.setRequestInterceptor(request -> request.header("Authorization", authorization));
    return client;
  }
}
