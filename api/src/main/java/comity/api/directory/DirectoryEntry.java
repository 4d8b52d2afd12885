package comity.api.directory;

import comity.api.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One State.
///
/// @param state its two-letter code (ISO 3166-1)
/// @param names its name by language tag
/// @param status its standing towards the Convention
/// @param zone its desk's time zone (IANA)
/// @param languages the languages in which it accepts requests (BCP 47)
/// @param desks its points of contact, reachable day and night (art. 41)
/// @param authorities its authorities for requests (art. 40(12))
/// @param preservation how it preserves
/// @param node where its node is; nothing when it has none
/// @param confirmedOn when the State last confirmed the entry
public record DirectoryEntry(
        String state,
        Map<String, String> names,

        @Words({"party", "signatory", "neither", "organization"})
        String status,

        String zone,
        List<String> languages,
        List<Contact> desks,
        List<Contact> authorities,
        @Nullable PreservationPractice preservation,
        @Nullable NodeAddress node,
        @Nullable LocalDate confirmedOn) {
    public DirectoryEntry {
        names = Map.copyOf(names);
        languages = List.copyOf(languages);
        desks = List.copyOf(desks);
        authorities = List.copyOf(authorities);
    }

    /// A desk or an authority.
    ///
    /// @param names its name by language tag
    /// @param phone its number in E.164, for example `+9990011`
    /// @param email its address
    public record Contact(
            Map<String, String> names,
            @Nullable String phone,
            @Nullable String email) {
        public Contact {
            names = Map.copyOf(names);
        }
    }

    /// How a State preserves.
    ///
    /// @param days how long it keeps data at first; never less than 60 (art. 42)
    /// @param domesticOrderDays how long one order lasts under its own law
    /// @param dualCriminalityReservation whether it has reserved the right of art. 42(5)
    /// @param needs what it needs to be told
    public record PreservationPractice(
            int days, int domesticOrderDays, boolean dualCriminalityReservation, List<PublishedNeed> needs) {
        public PreservationPractice {
            needs = List.copyOf(needs);
        }
    }

    /// Something a State needs to be told before it can act.
    ///
    /// @param pointer the field; `*` stands for each item of a list
    /// @param level how much it matters
    /// @param reason why it asks, by language tag
    public record PublishedNeed(
            String pointer,
            @Words({"required", "likely-asked"}) String level,
            Map<String, String> reason) {
        public PublishedNeed {
            reason = Map.copyOf(reason);
        }
    }

    /// Where a State's node is.
    ///
    /// @param letters where letters are delivered
    /// @param web where its pages are
    /// @param ledgerOrigin the name of its ledger
    /// @param ledgerKey the key that checks its ledger's checkpoints (C2SP verifier key)
    /// @param sealingKeys what exhibits for this State are sealed to, as age recipients, the present one first
    public record NodeAddress(
            String letters, String web, String ledgerOrigin, String ledgerKey, List<String> sealingKeys) {
        public NodeAddress {
            sealingKeys = List.copyOf(sealingKeys);
        }
    }
}
