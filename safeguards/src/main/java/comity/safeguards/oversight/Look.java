package comity.safeguards.oversight;

import comity.kernel.Role;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One access, or one refused access.
///
/// @param number its place in the book, from 1, without gaps
/// @param at when
/// @param person the account's stable id; never a name
/// @param roles the roles the person had at that moment
/// @param what what was done, as a stable word, for example `case.read`
/// @param subject which case or page, for example `XA.PRS.2027.000318-W`
/// @param allowed whether the person was let in
/// @param reason why: the purpose of an access, the code of a denial
/// @param seal SHA-256 over the seal before and this row, 64 hexadecimal digits
public record Look(
        long number,
        Instant at,
        String person,
        Set<Role> roles,
        String what,
        String subject,
        boolean allowed,
        String reason,
        String seal) {
    public Look {
        roles = Set.copyOf(roles);
    }

    /// This look with the seal that binds it to the one before.
    Look sealedAfter(String sealBefore) {
        return new Look(number, at, person, roles, what, subject, allowed, reason, sealGiven(sealBefore));
    }

    /// The seal this look must carry after a given one. Each part is preceded by its length, so that no two rows
    /// can be written as the same text.
    String sealGiven(String sealBefore) {
        StringBuilder text = new StringBuilder("comity look v1");
        Stream.of(
                        sealBefore,
                        Long.toString(number),
                        at.toString(),
                        person,
                        roles.stream().map(Role::code).sorted().collect(Collectors.joining(",")),
                        what,
                        subject,
                        Boolean.toString(allowed),
                        reason)
                .forEach(part ->
                        text.append('\n').append(part.length()).append(':').append(part));
        return Sha256.hex(Utf8.bytes(text.toString()));
    }
}
