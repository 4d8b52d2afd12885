package comity.law.offence;

import java.util.List;
import java.util.Optional;

/// One national provision, and how it stands to the elements of the offences.
///
/// @param id the stable id
/// @param citation how a lawyer of that State cites it
/// @param texts the original first, then its translations
/// @param inForce when it applies
/// @param maximumPenalty the most it threatens
/// @param limitation how long it can be prosecuted
/// @param incorporates provisions that it takes in by reference: what they say of an element holds here too
/// @param replaces the provision that it followed
/// @param mappings one for each element that was compared
/// @param vouching who stands for this entry
public record Provision(
        ProvisionId id,
        String citation,
        List<ProvisionText> texts,
        InForce inForce,
        Penalty maximumPenalty,
        Limitation limitation,
        List<ProvisionId> incorporates,
        Optional<ProvisionId> replaces,
        List<Mapping> mappings,
        Vouching vouching) {
    public Provision {
        texts = List.copyOf(texts);
        incorporates = List.copyOf(incorporates);
        mappings = List.copyOf(mappings);
    }

    /// The law itself.
    public ProvisionText original() {
        return texts.getFirst();
    }

    /// The text in a language, else the original.
    public ProvisionText in(String language) {
        return texts.stream()
                .filter(text -> text.language().equals(language))
                .findFirst()
                .orElseGet(this::original);
    }
}
