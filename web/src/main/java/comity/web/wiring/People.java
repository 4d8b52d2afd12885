package comity.web.wiring;

import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.web.people.AccessTokens;
import comity.web.people.AccountBook;
import comity.web.people.Accounts;
import comity.web.people.store.SqlAccountBook;
import java.time.Clock;

/// The account book without any pages: for making the first administrator, and for the practice federation.
public record People(Accounts accounts, AccessTokens tokens) {
    public static People of(Transactions transactions, StateCode state, Clock clock) {
        AccountBook book = new SqlAccountBook(transactions);
        Accounts accounts = new Accounts(book, Security.passwordEncoder(), state, clock);
        return new People(accounts, new AccessTokens(book, accounts, clock));
    }
}
