import WireFormat

/// A person, a bot or the ghost: the short form every author field shows, and what `/user` adds.
struct User: Stored {
    var resource: Resource
    var isAdministrator = false
    var isBot = false

    /// The form in author fields; shared by every object that embeds it.
    var basic: JSONValue { resource.object }

    init(id: Int, username: String, name: String, state: String = "active", createdAt: Instant, host: String)
    {
        resource = Resource(
            id: id, createdAt: createdAt,
            object: [
                "id": .int(id), "username": .string(username), "public_email": "", "name": .string(name),
                "state": .string(state), "locked": false, "avatar_url": nil,
                "web_url": .string("\(host)/\(username)"),
            ])
    }

    init(resource: Resource) { self.resource = resource }

    /// What `GET /users/:id` shows of somebody else.
    var profile: JSONValue {
        basic.merging([
            "created_at": .string(resource.createdAt.textInSeconds), "bio": "", "location": nil,
            "linkedin": "",
            "twitter": "", "discord": "", "website_url": "", "github": "", "organization": "",
            "job_title": "", "pronouns": nil, "bot": .bool(isBot), "work_information": nil, "followers": 0,
            "following": 0, "is_followed": false, "local_time": nil,
        ])
    }

    /// What `GET /user` shows of oneself.
    func account(now: Instant) -> JSONValue {
        let username = resource.text("username") ?? ""
        var account = profile.merging([
            "last_sign_in_at": .string(resource.createdAt.textInSeconds),
            "confirmed_at": .string(resource.createdAt.textInSeconds), "theme_id": 1,
            "last_activity_on": .string(now.day), "color_scheme_id": 1, "projects_limit": 100,
            "current_sign_in_at": .string(resource.createdAt.textInSeconds), "identities": [],
            "can_create_group": true, "can_create_project": true, "two_factor_enabled": false,
            "external": false,
            "private_profile": false, "commit_email": .string("\(username)@example.com"),
            "email": .string("\(username)@example.com"), "scim_identities": [], "preferred_language": "en",
        ])
        for key in ["followers", "following", "is_followed"] { account[key] = nil }
        if isAdministrator { account["is_admin"] = true }
        return account
    }
}
