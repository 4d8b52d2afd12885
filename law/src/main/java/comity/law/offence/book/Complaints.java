package comity.law.offence.book;

import comity.kernel.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is wrong with a book, gathered, so that it can be put right in one go. A file that is wrong throughout is not
/// told more often than a person can read.
final class Complaints {
    private static final int MOST = 200;
    private static final int LONGEST = 80;

    private final List<Complaint> blocks = new ArrayList<>();
    private final List<Complaint> warnings = new ArrayList<>();

    void block(String pointer, String code, Map<String, String> details) {
        add(blocks, Complaint.blocks(pointer, code).with(details), Complaint.blocks("", "and-more"));
    }

    void block(String pointer, String code, String given) {
        block(pointer, code, Map.of("value", shortened(given)));
    }

    void warn(String pointer, String code, String given) {
        Complaint warning = Complaint.warns(pointer, code).with(Map.of("value", shortened(given)));
        add(warnings, warning, Complaint.warns("", "and-more"));
    }

    private static void add(List<Complaint> found, Complaint complaint, Complaint andMore) {
        if (found.size() < MOST) {
            found.add(complaint);
        } else if (found.size() == MOST) {
            found.add(andMore);
        }
    }

    boolean blocks() {
        return !blocks.isEmpty();
    }

    /// What stops the book, then what is worth a look.
    List<Complaint> all() {
        List<Complaint> all = new ArrayList<>(blocks);
        all.addAll(warnings);
        return all;
    }

    private static String shortened(String given) {
        return given.length() <= LONGEST ? given : given.substring(0, LONGEST) + "…";
    }
}
