package comity.law;

/// Limits of our own that keep a request from being sent back. None is law; a State may change them in its files.
///
/// @param rangeWarnDays a period longer than this looks too broad
/// @param factsFewestWords facts shorter than this rarely let a stranger decide
/// @param factsMostWords facts longer than this are rarely read at night
/// @param longestWishDays a wish for a longer term is taken for a slip of the finger
/// @param emergencyReviewHours both States look again at what was given in an emergency within this time
public record DraftingPolicy(
        Fact<Integer> rangeWarnDays,
        Fact<Integer> factsFewestWords,
        Fact<Integer> factsMostWords,
        Fact<Integer> longestWishDays,
        Fact<Integer> emergencyReviewHours) {
    static final String FILE = "drafting-policy.json";

    static DraftingPolicy load() {
        return LawFiles.read(FILE, DraftingPolicy::from);
    }

    static DraftingPolicy from(LawField file) {
        LawField facts = file.at("facts");
        return new DraftingPolicy(
                facts.at("rangeWarnDays").fact(LawField::number),
                facts.at("factsFewestWords").fact(LawField::number),
                facts.at("factsMostWords").fact(LawField::number),
                facts.at("longestWishDays").fact(LawField::number),
                facts.at("emergencyReviewHours").fact(LawField::number));
    }
}
