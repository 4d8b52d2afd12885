package comity.law.basis;

import comity.law.Fact;
import java.util.Set;

/// That a treaty other than the Convention lets a State ask for a measure.
///
/// @param measure the measure's code
/// @param conditions what must be shown besides, as codes whose words are in the pages' files
/// @param data the kinds of data it reaches; empty where it makes no difference
/// @param source article, mark, as-of date and note; its value is the article to cite
record Reach(String measure, Set<String> conditions, Set<DataClass> data, Fact<String> source) {
    Reach {
        conditions = Set.copyOf(conditions);
        data = Set.copyOf(data);
    }
}
