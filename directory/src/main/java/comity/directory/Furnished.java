package comity.directory;

import comity.kernel.Language;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// What a State has told the others beyond whom to call: by which ways requests may come, which of its laws it has
/// furnished, and what can be asked of it.
///
/// @param channels for example `node`, `e-mail`, `post`, `interpol`, best first
/// @param laws furnished under arts 37, 40 and 53
/// @param answers to questions that others ask before they ask for help; a question that is not there is open
public record Furnished(List<String> channels, List<FurnishedLaw> laws, Map<Question, Answer> answers) {
    /// Nothing was told.
    public static final Furnished NOTHING = new Furnished(List.of(), List.of(), Map.of());

    /// What others want to know.
    public enum Question {
        /// Whether preservation may be asked for by telephone, and confirmed in writing afterwards.
        BY_TELEPHONE,
        /// Whether the desk can itself order that data are kept.
        DESK_ORDERS,
        /// Whether a judge can be reached at night.
        JUDGE_AT_NIGHT,
        /// Whether an electronic signature is accepted.
        ELECTRONIC_SIGNATURE,
        /// Whether a witness may be heard by video.
        VIDEO_EVIDENCE
    }

    /// What a State says to it.
    public enum Answer {
        YES,
        NO,
        /// It depends: ask.
        ASK
    }

    /// A law that a State has furnished.
    ///
    /// @param article of the Convention under which it did, for example `40(12)`
    /// @param link where its text is read
    /// @param title by BCP 47 tag
    public record FurnishedLaw(String article, URI link, Map<String, String> title) {
        public FurnishedLaw {
            title = Map.copyOf(title);
            if (!"https".equals(link.getScheme())) {
                throw new IllegalArgumentException("A law is read at an https address, not at " + link);
            }
        }

        public String title(Language language) {
            return Texts.in(language, title);
        }
    }

    public Furnished {
        channels = List.copyOf(channels);
        laws = List.copyOf(laws);
        answers = Map.copyOf(answers);
    }
}
