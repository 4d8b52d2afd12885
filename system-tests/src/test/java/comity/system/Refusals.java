package comity.system;

/// Refusals to send.
final class Refusals {
    static final String ESSENTIAL_INTERESTS = """
            {"ground": "essential-interests", "nationalLaw": "State Security Act, s. 4",
             "reasons": "The server is part of the maritime safety service of the requested State. Its records show \
            positions of rescue vessels. After consultation the question could not be narrowed to records that do not \
            show them. Preservation and later disclosure would prejudice the security of the requested State, so that \
            it must refuse on this ground.",
             "mayResubmitIf": "the request can be narrowed"}""";

    private Refusals() {}
}
