package comity.web.rest;

import comity.api.contract.Paths;
import comity.api.directory.DirectoryEntry;
import comity.api.directory.DirectoryList;
import comity.directory.Authority;
import comity.directory.Desk;
import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.directory.PreservationPractice;
import comity.kernel.StateCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The directory of States.
@RestController
public class DirectoryCalls {
    private final Directory directory;

    public DirectoryCalls(Directory directory) {
        this.directory = directory;
    }

    @GetMapping(Paths.DIRECTORY)
    ResponseEntity<byte[]> list(Call call) {
        call.actor();
        var version = directory.version();
        return Answers.of(
                call,
                new DirectoryList(
                        version.number(),
                        version.number() == 0 ? null : version.issuedAt(),
                        directory.all().stream().map(DirectoryCalls::entry).toList()));
    }

    @GetMapping(Paths.DIRECTORY_ENTRY)
    ResponseEntity<byte[]> entry(Call call, @PathVariable String state) {
        call.actor();
        if (!state.matches("[A-Z]{2}")) {
            throw ApiProblem.of(404, "not-found");
        }
        return Answers.of(
                call,
                directory
                        .find(new StateCode(state))
                        .map(DirectoryCalls::entry)
                        .orElseThrow(() -> ApiProblem.of(404, "not-found")));
    }

    private static DirectoryEntry entry(Entry entry) {
        return new DirectoryEntry(
                entry.state().code(),
                entry.names(),
                entry.status().name().toLowerCase(Locale.ROOT),
                entry.zone().getId(),
                entry.languages(),
                entry.desks().stream().map(DirectoryCalls::contact).toList(),
                entry.authorities().stream().map(DirectoryCalls::contact).toList(),
                practice(entry.preservation()),
                entry.node().map(DirectoryCalls::address).orElse(null),
                entry.confirmedOn());
    }

    private static DirectoryEntry.Contact contact(Desk desk) {
        return contact(desk.names(), desk.phones(), desk.mail());
    }

    private static DirectoryEntry.Contact contact(Authority authority) {
        return contact(authority.names(), authority.phones(), authority.mail());
    }

    private static DirectoryEntry.Contact contact(Map<String, String> names, List<String> phones, String mail) {
        @Nullable String phone = phones.isEmpty() ? null : phones.getFirst();
        return new DirectoryEntry.Contact(names, phone, Tell.orNothing(mail));
    }

    private static DirectoryEntry.PreservationPractice practice(PreservationPractice practice) {
        return new DirectoryEntry.PreservationPractice(
                practice.days(),
                practice.domesticOrderDays(),
                practice.dualCriminalityReservation(),
                practice.needs().stream()
                        .map(need -> new DirectoryEntry.PublishedNeed(
                                need.pointer(),
                                need.level().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                need.reason()))
                        .toList());
    }

    private static DirectoryEntry.NodeAddress address(NodeAddress node) {
        return new DirectoryEntry.NodeAddress(
                node.letters().toString(),
                node.web().toString(),
                node.ledgerOrigin(),
                node.ledgerKey(),
                node.sealingKeys());
    }
}
