package comity.requests.identifiers;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds signs that the eye takes for others: a Cyrillic `а` in a Latin name, the digit `1` in `supp1y`.
///  Such a name is not wrong in a request; often it is the very trick that is investigated. It is shown, so that
/// nobody abroad types the honest name from the paper and preserves the victim's account.
final class Lookalikes {
    private static final SpoofChecker CONFUSABLES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    /// A digit with letters on both sides, where a word would have a letter.
    private static final Pattern DIGIT_IN_WORD = Pattern.compile("(?<=\\p{L})[015](?=\\p{L})");

    private static final Map<String, String> DIGIT_AS_LETTER = Map.of("0", "o", "1", "l", "5", "s");

    /// The signs of several scripts that the Unicode list of confusables maps to a Latin letter.
    private static final Pattern ONE_LATIN_LETTER = Pattern.compile("[A-Za-z]");

    private Lookalikes() {}

    /// Complains about look-alikes in a name and adds each of them to the findings.
    static void check(String name, Findings findings) {
        List<Lookalike> letters = new ArrayList<>();
        Matcher words = Pattern.compile("[^.@/_\\s-]+").matcher(name);
        while (words.find()) {
            letters.addAll(lettersIn(words.group(), words.start()));
        }
        if (!letters.isEmpty()) {
            findings.lookalikes(letters)
                    .warns(
                            "lookalike-letters",
                            "value",
                            name,
                            "readsAs",
                            readAs(name, letters),
                            "scripts",
                            scriptsOf(letters));
        }
    }

    /// The same for a domain name, where a digit between letters is more often a trick than in an account.
    static void checkDomain(String domain, Findings findings) {
        check(domain, findings);
        List<Lookalike> digits = DIGIT_IN_WORD
                .matcher(domain)
                .results()
                .map(hit ->
                        new Lookalike(hit.start(), hit.group(), DIGIT_AS_LETTER.getOrDefault(hit.group(), ""), "Digit"))
                .toList();
        if (!digits.isEmpty()) {
            findings.lookalikes(digits).advises("lookalike-digits", "value", domain, "readsAs", readAs(domain, digits));
        }
    }

    /// The name as a hasty reader reads it.
    private static String readAs(String name, List<Lookalike> lookalikes) {
        StringBuilder read = new StringBuilder(name);
        for (Lookalike sign : lookalikes.reversed()) {
            read.replace(sign.index(), sign.index() + sign.sign().length(), sign.looksLike());
        }
        return read.toString();
    }

    private static String scriptsOf(List<Lookalike> lookalikes) {
        Set<String> scripts = new TreeSet<>();
        lookalikes.forEach(sign -> scripts.add(sign.script()));
        return String.join(", ", scripts);
    }

    /// A word of one script is a word, even when some of its letters have Latin twins: *почта* is Russian. It is
    /// suspect when scripts are mixed in it, or when every one of its letters has a Latin twin.
    private static List<Lookalike> lettersIn(String word, int start) {
        List<Lookalike> found = new ArrayList<>();
        Set<Integer> scripts = new TreeSet<>();
        boolean allHaveTwins = true;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            int sign = word.codePointAt(i);
            int script = UScript.getScript(sign);
            if (script == UScript.COMMON || script == UScript.INHERITED) {
                continue;
            }
            scripts.add(script);
            String twin = CONFUSABLES.getSkeleton(Character.toString(sign));
            boolean hasTwin = sign > 127 && ONE_LATIN_LETTER.matcher(twin).matches();
            if (hasTwin) {
                found.add(new Lookalike(start + i, Character.toString(sign), twin, nameOf(script)));
            } else if (sign > 127) {
                allHaveTwins = false;
            }
        }
        boolean mixed = scripts.size() > 1 && !scriptsBelongTogether(scripts);
        return mixed || allHaveTwins ? found : List.of();
    }

    /// Japanese, Korean and Chinese names are written with several scripts, and all of them with some Latin.
    private static boolean scriptsBelongTogether(Set<Integer> scripts) {
        return Set.of(UScript.LATIN, UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL, UScript.BOPOMOFO)
                .containsAll(scripts);
    }

    private static String nameOf(int script) {
        String name = UScript.getName(script);
        return UCharacter.toTitleCase(name.replace('_', ' '), null);
    }
}
