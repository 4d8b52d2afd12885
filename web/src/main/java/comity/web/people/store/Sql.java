package comity.web.people.store;

import comity.kernel.Role;
import comity.kernel.transaction.Transaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// How values of ours are written in columns.
final class Sql {
    private Sql() {}

    static JdbcClient client(Transaction tx) {
        return JdbcClient.create(new SingleConnectionDataSource(tx.connection(), true));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(Sql::time).orElse(null);
    }

    static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    static String roles(Set<Role> roles) {
        return roles.stream().map(Role::code).sorted().collect(Collectors.joining(" "));
    }

    static Set<Role> roles(String text) {
        return Arrays.stream(text.split(" "))
                .flatMap(code -> Role.ofCode(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
