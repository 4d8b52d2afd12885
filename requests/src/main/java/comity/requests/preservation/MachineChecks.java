package comity.requests.preservation;

import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.requests.Completeness;
import comity.requests.preservation.MachineCheck.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a machine can know of a request that came in. It ticks nothing that a person must judge.
final class MachineChecks {
    private static final int MOST_COMPLAINTS = 200;
    private final House house;
    private final PreservationForm form;

    MachineChecks(House house, PreservationForm form) {
        this.house = house;
        this.form = form;
    }

    List<MachineCheck> of(StateCode requesting, Map<String, String> document) {
        Reading reading = form.read(requesting, Optional.of(house.self()), document);
        List<MachineCheck> checks = new ArrayList<>();
        // Only letters under the certificate of a State in the directory get this far.
        checks.add(new MachineCheck("signed-by-node", Result.PASSED, Map.of("state", requesting.code())));
        checks.add(authority(requesting));
        checks.add(content("minimum-content", reading.completenessForAny()));
        checks.add(content("needs-of-this-state", reading.completeness()));
        checks.add(language(document));
        reading.complaints().stream()
                .filter(complaint -> complaint.weight() != Complaint.Weight.ADVISES)
                .limit(MOST_COMPLAINTS)
                .forEach(complaint -> checks.add(finding(complaint)));
        return checks;
    }

    private MachineCheck authority(StateCode requesting) {
        boolean designated = house.directory()
                .find(requesting)
                .flatMap(entry -> entry.contactPoint())
                .isPresent();
        return new MachineCheck(
                "contact-point-designated",
                designated ? Result.PASSED : Result.LOOK,
                Map.of("state", requesting.code()));
    }

    private static MachineCheck content(String code, Completeness completeness) {
        return new MachineCheck(
                code,
                completeness.given() == completeness.needed() ? Result.PASSED : Result.FAILED,
                Map.of(
                        "given", Integer.toString(completeness.given()),
                        "needed", Integer.toString(completeness.needed())));
    }

    private MachineCheck language(Map<String, String> document) {
        String language = document.getOrDefault("/language", "");
        boolean accepted = house.directory()
                .find(house.self())
                .map(entry -> entry.languages().isEmpty()
                        || entry.languages().stream().anyMatch(language::equalsIgnoreCase))
                .orElse(true);
        return new MachineCheck(
                "language-accepted", accepted ? Result.PASSED : Result.LOOK, Map.of("language", language));
    }

    private static MachineCheck finding(Complaint complaint) {
        Map<String, String> details = new LinkedHashMap<>(complaint.details());
        details.put("pointer", complaint.pointer());
        details.put("code", complaint.code());
        return new MachineCheck(
                "complaint", complaint.weight() == Complaint.Weight.BLOCKS ? Result.FAILED : Result.LOOK, details);
    }
}
