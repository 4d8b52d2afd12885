package comity.api.law;

import comity.api.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One State's provisions beside the Convention's offences.
///
/// @param state whose law
/// @param name its name in the reader's language
/// @param languages in which the law is written, most used first
/// @param asOf the day of which the book speaks
/// @param complete its voucher says that nothing is left out: only then is what is missing not punished
/// @param verifiedBy who stands for the book
/// @param vouchedText the same in words
/// @param verifiedOn when it was verified
/// @param source where it was taken from
/// @param rules general rules
/// @param provisions in the order of the book
public record StateOffences(
        String state,
        String name,
        List<String> languages,
        LocalDate asOf,
        boolean complete,
        @Words({"state", "person", "nobody"}) String verifiedBy,
        String vouchedText,
        @Nullable LocalDate verifiedOn,
        String source,
        List<LawRule> rules,
        List<LawProvision> provisions) {
    public StateOffences {
        languages = List.copyOf(languages);
        rules = List.copyOf(rules);
        provisions = List.copyOf(provisions);
    }
}
