package comity.api.law;

import comity.api.Words;
import java.util.List;

/// One treaty between two States.
///
/// @param basis the code that a request names
/// @param instrument the register's code of the treaty
/// @param title its name in the reader's language
/// @param binds whether it binds both towards each other
/// @param text that in words
/// @param measures what may be asked on it, by measure, with the article
/// @param reasons each step
public record TreatyBasis(
        String basis,
        String instrument,
        String title,
        @Words({"yes", "not-known", "no"}) String binds,
        String text,
        List<LawItem> measures,
        List<LawReason> reasons) {
    public TreatyBasis {
        measures = List.copyOf(measures);
        reasons = List.copyOf(reasons);
    }
}
