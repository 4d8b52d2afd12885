package comity.web.people;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.web.Option;
import comity.web.Page;
import comity.web.Trouble;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrator's pages: people, their roles, their tokens. An administrator sees no case.
@Controller
public class AccountPages {
    private static final Duration TOKEN_LIFE = Duration.ofDays(90);

    private final Accounts accounts;
    private final AccessTokens tokens;

    public AccountPages(Accounts accounts, AccessTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @GetMapping("/people")
    ModelAndView list(Page page) {
        return new ModelAndView("people/list", Map.of("page", page, "accounts", accounts.all()));
    }

    @GetMapping("/people/new")
    ModelAndView form(Page page) {
        return form(page, List.of());
    }

    private static ModelAndView form(Page page, List<Trouble> troubles) {
        return new ModelAndView(
                "people/new",
                Map.of("page", page, "roles", roles(page), "languages", languages(page), "troubles", troubles));
    }

    @PostMapping("/people/new")
    ModelAndView create(Page page) {
        List<Trouble> troubles = new ArrayList<>();
        String name = page.typed("name").strip();
        String displayName = page.typed("display").strip();
        Set<Role> roles = roles(page, page.typed("roles"));
        Optional<ZoneId> zone = zone(page.typed("zone"));
        if (!name.matches("[\\p{L}\\p{N}._@-]{2,60}")) {
            troubles.add(new Trouble("name", page.t("people.name.wrong")));
        }
        if (displayName.isEmpty()) {
            troubles.add(new Trouble("display", page.t("people.display.wrong")));
        }
        if (roles.isEmpty()) {
            troubles.add(new Trouble("roles", page.t("people.roles.wrong")));
        }
        Optional<StateCode> mission = mission(page, roles);
        if (roles.contains(Role.MISSION) && (mission.isEmpty() || roles.size() > 1)) {
            troubles.add(new Trouble("mission", page.t("people.mission.wrong")));
        }
        if (zone.isEmpty()) {
            troubles.add(new Trouble("zone", page.t("people.zone.wrong")));
        }
        if (!troubles.isEmpty()) {
            return form(page, troubles);
        }
        Accounts.Created created = accounts.create(new Accounts.NewAccount(
                name,
                displayName,
                roles,
                Language.ofTag(page.typed("language")).orElse(page.language()),
                zone.orElseThrow(),
                Optional.of(page.typed("password")),
                mission));
        return switch (created) {
            case Accounts.Created.Done(UUID id) -> new ModelAndView("redirect:/people/" + id);
            case Accounts.Created.NameTaken() -> form(page, List.of(new Trouble("name", page.t("people.name.taken"))));
            case Accounts.Created.PasswordTooShort(int shortest) ->
                form(page, List.of(new Trouble("password", page.t("people.password.short", "count", shortest))));
        };
    }

    private static Optional<StateCode> mission(Page page, Set<Role> roles) {
        return Optional.of(page.typed("mission").strip().toUpperCase(Locale.ROOT))
                .filter(_ -> roles.contains(Role.MISSION))
                .filter(code -> code.matches("[A-Z]{2}"))
                .map(StateCode::new);
    }

    @GetMapping("/people/{id}")
    ModelAndView one(Page page, @PathVariable("id") UUID id) {
        return show(page, id, "", "");
    }

    @PostMapping("/people/{id}/roles")
    ModelAndView changeRoles(Page page, @PathVariable("id") UUID id) {
        Set<Role> roles = roles(page, page.typed("roles"));
        if (roles.isEmpty()) {
            return show(page, id, page.t("people.roles.wrong"), "");
        }
        boolean mission = account(id).speaksFor().isPresent();
        if (mission != roles.contains(Role.MISSION) || mission && roles.size() > 1) {
            return show(page, id, page.t("people.mission.wrong"), "");
        }
        accounts.changeRoles(id, roles);
        return show(page, id, page.t("people.saved"), "");
    }

    @PostMapping("/people/{id}/disable")
    ModelAndView disable(Page page, @PathVariable("id") UUID id) {
        boolean self = page.person().filter(person -> person.id().equals(id)).isPresent();
        if (self) {
            return show(page, id, page.t("people.disable.self"), "");
        }
        accounts.disable(id);
        return show(page, id, page.t("people.saved"), "");
    }

    @PostMapping("/people/{id}/enable")
    ModelAndView enable(Page page, @PathVariable("id") UUID id) {
        accounts.enable(id);
        return show(page, id, page.t("people.saved"), "");
    }

    @PostMapping("/people/{id}/password")
    ModelAndView password(Page page, @PathVariable("id") UUID id) {
        boolean changed = accounts.changePassword(id, page.typed("password"));
        return show(
                page,
                id,
                changed ? page.t("people.saved") : page.t("people.password.short", "count", Accounts.SHORTEST_PASSWORD),
                "");
    }

    /// Makes a token for the account's programs and shows it this once.
    @PostMapping("/people/{id}/tokens")
    ModelAndView token(Page page, @PathVariable("id") UUID id) {
        Account account = account(id);
        String token = tokens.issue(
                id, account.roles(), TOKEN_LIFE, page.typed("label").strip());
        return show(page, id, "", token);
    }

    @PostMapping("/people/{id}/tokens/revoke")
    ModelAndView revoke(Page page, @PathVariable("id") UUID id) {
        tokens.all().stream()
                .filter(token ->
                        token.account().equals(id) && token.id().toString().equals(page.typed("token")))
                .forEach(token -> tokens.revoke(token.id()));
        return show(page, id, page.t("people.saved"), "");
    }

    private ModelAndView show(Page page, UUID id, String said, String token) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("account", account(id));
        model.put("roles", roles(page));
        model.put("said", said);
        model.put("token", token);
        model.put(
                "tokens",
                tokens.all().stream()
                        .filter(known -> known.account().equals(id))
                        .toList());
        return new ModelAndView("people/one", model);
    }

    private Account account(UUID id) {
        return accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Option> roles(Page page) {
        return here(page).stream()
                .map(role ->
                        new Option(role.code(), page.t("role." + role.code()), page.t("role." + role.code() + ".hint")))
                .toList();
    }

    /// The registry has other people than a State's node.
    private static List<Role> here(Page page) {
        return page.settings().registry() ? Role.OF_THE_REGISTRY : Role.OF_A_STATE;
    }

    private static Set<Role> roles(Page page, String picked) {
        return Arrays.stream(picked.split("\\s+"))
                .flatMap(code -> Role.ofCode(code).stream())
                .filter(here(page)::contains)
                .collect(Collectors.toSet());
    }

    private static List<Option> languages(Page page) {
        return Arrays.stream(Language.values())
                .map(language -> new Option(language.tag(), page.t("language." + language.tag())))
                .toList();
    }

    private static Optional<ZoneId> zone(String typed) {
        try {
            return Optional.of(ZoneId.of(typed.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
