package comity.system;

/// What a deciding person says before and when refusing.
final class Refusals {
    static final String NOTHING_FOUND = """
            {"necessity": "yes", "discrimination": "no", "protectedRole": "no", "refusalGround": "unknown",
             "reasons": "Few records are named, and no other trace of the person is known."}""";
    static final String CONSULTATION = """
            {"ground": "essential-interests", "note": "Our maritime safety uses this account. Can it be narrowed?"}""";

    static final String ESSENTIAL_INTERESTS = """
            {"ground": "essential-interests", "nationalLaw": "State Security Act, s. 4",
             "reasons": "The server is part of the maritime safety service of the requested State. Its records show \
            positions of rescue vessels. After consultation the question could not be narrowed to records that do not \
            show them. Preservation and later disclosure would prejudice the security of the requested State, so that \
            it must refuse on this ground.",
             "mayResubmitIf": "the request can be narrowed"}""";

    private Refusals() {}
}
