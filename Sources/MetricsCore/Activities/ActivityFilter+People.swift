extension ActivityFilter {
    /// The accounts, names and addresses somebody goes by, or several.
    public struct People: Codable, Hashable, Sendable {
        /// By number, which stays when an account is renamed.
        public let accounts: Set<Person.AccountID>
        /// For accounts of any instance whose number is not known. In lower case.
        public let usernames: Set<String>
        /// Of commits. In lower case.
        public let emails: Set<String>

        public init(
            accounts: Set<Person.AccountID> = [], usernames: Set<String> = [], emails: Set<String> = []
        ) {
            self.accounts = accounts
            self.usernames = Set(usernames.map { $0.lowercased() })
            self.emails = Set(emails.map { $0.lowercased() })
        }

        /// Everything these people of a roster go by.
        public init(_ people: some Collection<Person>) {
            self.init(
                accounts: Set(people.flatMap(\.accounts)), usernames: Set(people.flatMap(\.usernames)),
                emails: Set(people.flatMap(\.emails)))
        }

        /// Whether somebody of that instance is one of them; who commits under the private address GitLab made of an
        /// account is that account. O(1).
        public func contain(_ actor: Actor, in instance: InstanceID) -> Bool {
            switch actor {
            case .account(let account):
                return accounts.contains(.init(instance, account.id))
                    || !usernames.isEmpty && usernames.contains(account.username.lowercased())
            case .author(_, let email):
                let email = email.lowercased()
                return emails.contains(email)
                    || Roster.user(ofPrivate: email).map { accounts.contains(.init(instance, $0)) } ?? false
            }
        }
    }
}
