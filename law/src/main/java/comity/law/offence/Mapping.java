package comity.law.offence;

import java.util.Optional;

/// How one provision stands to one element.
///
/// @param element the element's id
/// @param relation how it stands
/// @param demand the further fact, for example `serious-harm`; only with [Relation#COVERS_AND_DEMANDS_MORE]
/// @param wording the words of the provision that do it, in its original language; may be empty for what is lacking
public record Mapping(String element, Relation relation, Optional<String> demand, String wording) {
    public Mapping {
        if (demand.isPresent() != (relation == Relation.COVERS_AND_DEMANDS_MORE)) {
            throw new IllegalArgumentException("A further fact goes with a mapping that demands one, and only with it");
        }
    }

    public String offence() {
        return element.substring(0, element.indexOf('/'));
    }
}
