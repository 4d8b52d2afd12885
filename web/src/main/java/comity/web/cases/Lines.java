package comity.web.cases;

import comity.kernel.Role;
import comity.requests.Side;
import comity.requests.preservation.CaseLine;
import comity.web.Page;
import comity.web.people.Account;
import comity.web.people.Accounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Lines of a list as people read them.
public final class Lines {
    private final States states;
    private final Clocks clocks;
    private final Accounts accounts;

    public Lines(States states, Clocks clocks, Accounts accounts) {
        this.states = states;
        this.clocks = clocks;
        this.accounts = accounts;
    }

    /// @param owner the colleague who took it, by their role's name; empty while nobody has
    /// @param canAcknowledge whether one press of a key acknowledges it
    public record Shown(
            CaseLine line,
            String address,
            String peerName,
            Optional<Clocks.Shown> clock,
            String owner,
            boolean canAcknowledge) {}

    public List<Shown> show(Page page, List<CaseLine> lines) {
        Map<String, String> owners = new HashMap<>();
        boolean atTheDesk = page.may(Role.DUTY_OFFICER) || page.may(Role.CENTRAL_AUTHORITY);
        return lines.stream()
                .map(line -> new Shown(
                        line,
                        line.state().equals("drafted") ? "/drafts/" + line.id() : "/requests/" + line.reference(),
                        states.name(line.peer(), page.language()),
                        line.clock().map(clock -> clocks.show(page, clock, line.peer())),
                        owners.computeIfAbsent(line.owner(), this::ownerName),
                        atTheDesk
                                && line.side() == Side.REQUESTED
                                && line.state().equals("received")))
                .toList();
    }

    /// The name of a colleague's role at home; empty when nobody is meant or the account is unknown.
    public String ownerName(String account) {
        try {
            return accounts.find(UUID.fromString(account))
                    .map(Account::displayName)
                    .orElse("");
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /// Whether the reader may begin a request.
    public static boolean canDraft(Page page) {
        return page.may(Role.DUTY_OFFICER) || page.may(Role.CENTRAL_AUTHORITY) || page.may(Role.INVESTIGATOR);
    }
}
