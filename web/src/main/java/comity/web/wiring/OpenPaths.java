package comity.web.wiring;

import java.util.List;

/// What may be read without signing in, beyond what every node shows to everybody.
///
/// @param patterns of Spring's path matching, for example `/law/**`
public record OpenPaths(List<String> patterns) {
    /// The law, which is public at every node.
    public static final OpenPaths LAW = new OpenPaths(List.of("/law/**", "/api/v1/law/**"));

    public OpenPaths {
        patterns = List.copyOf(patterns);
    }
}
