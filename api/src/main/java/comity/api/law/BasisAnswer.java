package comity.api.law;

import comity.api.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether one legal basis carries what is asked.
///
/// @param basis the code that a request names, for example `unc` or `bilateral`
/// @param instrument the register's code of the treaty; nothing for a promise
/// @param title the treaty's name in the reader's language
/// @param article the treaty's article to cite
/// @param carries the answer
/// @param text the answer in words
/// @param reasons each step of it
public record BasisAnswer(
        String basis,
        @Nullable String instrument,
        String title,
        @Nullable String article,

        @Words({"yes", "with-facts", "not-known", "no"}) String carries,

        String text,
        List<LawReason> reasons) {
    public BasisAnswer {
        reasons = List.copyOf(reasons);
    }
}
