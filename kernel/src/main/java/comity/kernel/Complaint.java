package comity.kernel;

import java.util.List;
import java.util.Map;

/// One thing wrong with what a person or a program gave, named so that it can be said in six languages and shown beside
/// its field.
///
/// @param pointer the field, as a JSON pointer (RFC 6901) into the document given, for example `/items/0/port`; empty
///     for the whole
/// @param code the stable name of the rule, for example `time-without-zone`; texts and problem types are keyed by it
/// @param weight whether it stops the document or is advice
/// @param details what the text needs to name, for example `value` or `suggestion`
public record Complaint(String pointer, String code, Weight weight, Map<String, String> details) {
    /// How much a complaint weighs.
    public enum Weight {
        /// The document cannot go on.
        BLOCKS,
        /// A likely reason for the other State to send it back.
        WARNS,
        /// A hint for a better document.
        ADVISES
    }

    public Complaint {
        details = Map.copyOf(details);
    }

    public static Complaint blocks(String pointer, String code) {
        return new Complaint(pointer, code, Weight.BLOCKS, Map.of());
    }

    public static Complaint warns(String pointer, String code) {
        return new Complaint(pointer, code, Weight.WARNS, Map.of());
    }

    public static Complaint advises(String pointer, String code) {
        return new Complaint(pointer, code, Weight.ADVISES, Map.of());
    }

    public Complaint with(Map<String, String> moreDetails) {
        return new Complaint(pointer, code, weight, moreDetails);
    }

    public static boolean anyBlocks(List<Complaint> complaints) {
        return complaints.stream().anyMatch(complaint -> complaint.weight == Weight.BLOCKS);
    }
}
