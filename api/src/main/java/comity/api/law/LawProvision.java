package comity.api.law;

import comity.api.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One national provision.
///
/// @param provision its stable id
/// @param citation how a lawyer of that State cites it
/// @param texts the original first, then its translations
/// @param from its first day
/// @param to its last day; nothing while it stands
/// @param penalty the most it threatens: `P5Y`, `LIFE`, `FINE_ONLY`, `NOT_KNOWN`
/// @param penaltyText the same in words
/// @param limitation how long it can be prosecuted
/// @param limitationText the same in words
/// @param incorporates citations of the provisions that it takes in by reference
/// @param elements how it stands to the elements of the offences
/// @param verifiedBy who stands for this entry
/// @param vouchedText the same in words
/// @param verifiedOn when it was verified
/// @param source where it was taken from
/// @param disputes who holds this entry to be wrong, and why
public record LawProvision(
        String provision,
        String citation,
        List<LawText> texts,
        LocalDate from,
        @Nullable LocalDate to,
        String penalty,
        String penaltyText,
        String limitation,
        String limitationText,
        List<String> incorporates,
        List<LawElement> elements,
        @Words({"state", "person", "nobody"}) String verifiedBy,
        String vouchedText,
        @Nullable LocalDate verifiedOn,
        String source,
        List<LawDispute> disputes) {
    public LawProvision {
        texts = List.copyOf(texts);
        incorporates = List.copyOf(incorporates);
        elements = List.copyOf(elements);
        disputes = List.copyOf(disputes);
    }
}
