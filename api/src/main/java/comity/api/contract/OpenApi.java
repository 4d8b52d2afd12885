package comity.api.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The published description of the contract, OpenAPI 3.1. It is made from [Operation], the records and their
/// comments by a test of this room, which fails when the two differ.
public final class OpenApi {
    private OpenApi() {}

    /// The description as JSON.
    public static byte[] description() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing from this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
