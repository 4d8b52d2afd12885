package comity.web.preservation;

import comity.requests.preservation.Draft;
import comity.web.Option;
import comity.web.Trouble;
import java.util.List;

/// A draft as the wizard shows it.
///
/// @param peerName the requested State by name
/// @param needed how many things that State needs, and how many are there
/// @param gaps what is missing, each with the page where it is given
public record DraftView(
        Draft draft,
        String peerName,
        int needed,
        int given,
        int percent,
        int percentForAny,
        List<Gap> gaps,
        List<TaskLine> tasks,
        boolean sendable,
        List<Trouble> troubles) {

    /// One thing that is missing.
    ///
    /// @param kind `CONVENTION`, `STATE` or `STATE_MAY_ASK`
    /// @param reason why it is needed, in the State's words or by article
    public record Gap(String label, String address, String kind, String reason) {}

    /// One line of the task list.
    public record TaskLine(int number, String title, String status, String address) {}

    /// One question on a page.
    ///
    /// @param kind the kind's code, as in the form
    /// @param means how a time was understood, as an instant; empty while it was not
    public record Question(
            String pointer,
            String kind,
            String label,
            String hint,
            String value,
            String zone,
            String fold,
            String means,
            List<Option> options,
            List<String> advice) {}

    /// One page of questions.
    public record Sheet(
            String name, String title, String text, List<Question> questions, String back, boolean changed) {}

    public String address() {
        return "/drafts/" + draft.id();
    }
}
