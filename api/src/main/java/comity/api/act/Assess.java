package comity.api.act;

import comity.api.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What only a person can judge before an order or a refusal. Nothing is answered beforehand, and `unknown` is an
/// answer. It never leaves the node.
///
/// @param necessity whether keeping these data is necessary and proportionate
/// @param discrimination whether there are substantial grounds to believe that the request serves to prosecute or
///     punish somebody for sex, race, language, religion, nationality, ethnic origin or political opinions (art.
///     40(22))
/// @param protectedRole whether the person concerned seems to have a role that needs special care
/// @param refusalGround whether another ground of art. 42(6) may apply
/// @param roles which roles, when the answer on them is `yes`
/// @param reasons in words
public record Assess(
        @Words({"unanswered", "no", "yes", "unknown"}) String necessity,
        @Words({"unanswered", "no", "yes", "unknown"}) String discrimination,
        @Words({"unanswered", "no", "yes", "unknown"}) String protectedRole,
        @Words({"unanswered", "no", "yes", "unknown"}) String refusalGround,

        @Words({"journalist", "lawyer", "health-worker", "rights-defender", "security-researcher", "clergy", "minor"})
        @Nullable
        List<String> roles,

        @Nullable String reasons) {}
