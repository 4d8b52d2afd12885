package comity.requests.identifiers;

import comity.kernel.Complaint.Weight;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Internet addresses. Behind one IPv4 address there may be thousands of customers at the same moment; only the
/// port and the second tell them apart (RFC 6302 asks servers to log both).
final class NetworkAddresses {
    private static final Pattern IPV4_PORT = Pattern.compile("([0-9.]+)[:#]([0-9]{1,6})");
    private static final Pattern IPV6_PORT = Pattern.compile("\\[([^]]+)]:([0-9]{1,6})");
    private static final Pattern LEADING_ZERO = Pattern.compile("(^|\\.)0[0-9]");
    private static final int SERVICE_PORTS_BELOW = 1024;

    private NetworkAddresses() {}

    static void checkIpv4(String value, Findings findings) {
        if (IPV4_PORT.matcher(value).matches()) {
            checkWithPort(value, findings);
            return;
        }
        Optional<InternetAddress> address = InternetAddress.ofIpv4(value);
        if (address.isPresent()) {
            checkAddress(address.get(), findings);
            checkPort("", findings, true);
            return;
        }
        if (value.matches("[0-9.]+/[0-9]+")) {
            findings.blocks("ip-is-a-network", "value", value);
        } else if (InternetAddress.ofIpv6(value).isPresent()) {
            findings.blocks("identifier-type-differs", "value", value, "found", IdentifierType.IPV6.code());
        } else if (LEADING_ZERO.matcher(value).find()) {
            findings.blocks("ip-leading-zeros", "value", value);
        } else {
            findings.blocks("ipv4-malformed", "value", value);
        }
    }

    static void checkIpv6(String value, Findings findings) {
        if (IPV6_PORT.matcher(value).matches()) {
            checkWithPort(value, findings);
            return;
        }
        String bare = value.replaceFirst("^\\[(.*)]$", "$1");
        int zone = bare.indexOf('%');
        if (zone >= 0) {
            findings.advises("ipv6-zone-dropped", "value", bare.substring(0, zone));
            bare = bare.substring(0, zone);
        }
        Optional<InternetAddress> address = InternetAddress.ofIpv6(bare);
        if (address.isPresent()) {
            boolean holdsIpv4 = address.get().mappedIpv4().isPresent();
            checkAddress(address.get(), findings);
            checkPort("", findings, holdsIpv4);
            return;
        }
        if (bare.matches("[0-9A-Fa-f:.]+/[0-9]+")) {
            findings.blocks("ip-is-a-network", "value", value);
        } else if (InternetAddress.ofIpv4(bare).isPresent()) {
            findings.blocks("identifier-type-differs", "value", value, "found", IdentifierType.IPV4.code());
        } else {
            findings.blocks("ipv6-malformed", "value", value);
        }
    }

    static void checkWithPort(String value, Findings findings) {
        Matcher ipv4 = IPV4_PORT.matcher(value);
        Matcher ipv6 = IPV6_PORT.matcher(value);
        Optional<InternetAddress> address = Optional.empty();
        String port = "";
        if (ipv4.matches()) {
            address = InternetAddress.ofIpv4(ipv4.group(1));
            port = ipv4.group(2);
        } else if (ipv6.matches()) {
            address = InternetAddress.ofIpv6(ipv6.group(1));
            port = ipv6.group(2);
        } else {
            address = InternetAddress.ofIpv4(value).or(() -> InternetAddress.ofIpv6(value));
        }
        if (address.isEmpty()) {
            findings.blocks("ip-port-malformed", "value", value);
            return;
        }
        checkAddress(address.get(), findings);
        checkPort(port, findings, !address.get().isIpv6());
    }

    private static void checkAddress(InternetAddress given, Findings findings) {
        InternetAddress address = given.mappedIpv4().orElse(given);
        if (given.mappedIpv4().isPresent()) {
            findings.advises("ipv6-holds-ipv4", "value", address.text());
        }
        findings.normalised(address.text()).part("address", address.text());
        address.specialUse().ifPresent(use -> {
            findings.part("use", use);
            boolean examples = use.equals("examples");
            if (!examples) {
                findings.warns("ip-not-public", "value", address.text(), "use", use);
            } else if (!findings.context().drill()) {
                findings.advises("ip-for-examples", "value", address.text());
            }
        });
        if (!findings.context().timed()) {
            findings.at("from/text", Weight.WARNS, "ip-without-time", "value", address.text());
        }
    }

    private static void checkPort(String inValue, Findings findings, boolean needed) {
        String beside = Cleaning.plainDigits(findings.context().port().strip());
        if (!inValue.isEmpty() && !beside.isEmpty() && !inValue.equals(beside)) {
            findings.at("port", Weight.BLOCKS, "port-contradicts", "inValue", inValue, "port", beside);
            return;
        }
        String port = inValue.isEmpty() ? beside : inValue;
        if (port.isEmpty()) {
            if (needed) {
                findings.at("port", Weight.WARNS, "ip-without-port", "value", findings.normalised());
            }
            return;
        }
        if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            findings.at("port", Weight.BLOCKS, "port-malformed", "port", port);
            return;
        }
        findings.part("port", port);
        if (Integer.parseInt(port) < SERVICE_PORTS_BELOW) {
            findings.at("port", Weight.ADVISES, "port-of-a-server", "port", port);
        }
    }
}
