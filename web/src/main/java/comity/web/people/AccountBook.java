package comity.web.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where accounts, sessions and tokens are kept. Keys of sessions and tokens are SHA-256 digests.
public interface AccountBook {
    int MOST_KEPT = 30;

    /// Adds an account; false when the sign-in name is taken.
    boolean add(Account account);

    void change(Account account);

    Optional<Account> find(UUID id);

    Optional<Account> findBySignInName(String signInName);

    List<Account> all();

    void addSession(byte[] key, Session session);

    Optional<Session> session(byte[] key);

    void sessionSeen(byte[] key, Instant at);

    /// Counts one more extension.
    void extendSession(byte[] key);

    void endSession(byte[] key, Instant at);

    /// Ends every session of an account, for instance when it is disabled.
    void endSessions(UUID account, Instant at);

    /// Keeps a form, and of each account only the newest [#MOST_KEPT].
    void keep(KeptForm form);

    /// A kept form, for the person who sent it and nobody else.
    Optional<KeptForm> kept(UUID id, UUID account);

    void forgetKept(UUID id, UUID account);

    void addToken(byte[] key, AccessToken token);

    Optional<AccessToken> token(byte[] key);

    List<AccessToken> tokens();

    void revokeToken(UUID id, Instant at);

    /// Forgets sessions and kept forms that ended or were made before an instant.
    void forgetBefore(Instant instant);
}
