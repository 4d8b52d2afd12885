package comity.requests.store;

import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gives out the names of requests. A number is given out once.
final class Serials {
    private Serials() {}

    static RequestReference next(Transaction tx, StateCode own, RequestType type, int year) {
        JdbcClient sql = Sql.client(tx);
        sql.sql("""
                        insert into requests.serial (state, type, year, last) values (?, ?, ?, 0)
                        on conflict do nothing""").params(own.code(), type.code(), year).update();
        int last = sql.sql("""
                        select last from requests.serial
                        where state = ? and type = ? and year = ? for update""")
                .params(own.code(), type.code(), year)
                .query(Integer.class)
                .single();
        RequestReference next = RequestReference.next(own, type, year, last);
        sql.sql("update requests.serial set last = ? where state = ? and type = ? and year = ?")
                .params(next.serial(), own.code(), type.code(), year)
                .update();
        return next;
    }
}
