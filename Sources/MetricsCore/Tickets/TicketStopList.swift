/// Prefixes of words that look like tickets and are none.
enum TicketStopList {
    /// Of standards, formats, protocols, machines, models and months: `UTF-8`, `ISO-8601`, `CVE-2024-1234`, `JAN-12`.
    static let prefixes: Set<String> = [
        "AC", "AES", "ALPHA", "AMD", "ANSI", "ARM", "ASCII", "BASE", "BETA", "BLAKE", "BLAKE2", "BLAKE3",
        "CISPR", "COVID", "CP", "CRC", "CSS", "CVE", "CWE", "DES", "DIN", "DSA", "DTLS", "ECDSA", "ECMA",
        "ED", "EIP", "EN", "ES", "EUC", "FIPS", "GB", "GDPR", "GHSA", "GMT", "GPT", "HMAC", "HTML", "HTTP",
        "HTTPS", "IEC", "IEEE", "IP", "IPV", "ISBN", "ISO", "JDK", "JEP", "JPEG", "JSR", "KOI", "LATIN",
        "LTS", "MD", "MP", "MPEG", "NIST", "OAUTH", "OWASP", "PBKDF", "PCI", "PEP", "PKCS", "RC", "RFC", "RJ",
        "RS", "RSA", "SHA", "SHA1", "SHA2", "SHA3", "SHAKE", "SQL", "SSL", "TLS", "UCS", "USB", "UTC", "UTF",
        "UUID", "WCAG", "WEP", "WIN", "WINDOWS", "WPA", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL",
        "AUG", "SEP", "SEPT", "OCT", "NOV", "DEC",
    ]

    /// Words of branch names, where keys stand in lower case too: `fix-2`, `release-3`, `node-20`.
    static let branchWords: Set<String> = [
        "ANGULAR", "ATTEMPT", "BACKPORT", "BRANCH", "BUG", "BUGFIX", "BUILD", "BUMP", "CASE", "CHANGE",
        "CHERRY", "CHORE", "CLEANUP", "CONFIG", "CONFLICT", "COPY", "DAY", "DEBIAN", "DEMO", "DEV", "DOCS",
        "DRAFT", "ENV", "EPIC", "EXPERIMENT", "FEAT", "FEATURE", "FIX", "GOLANG", "GRADLE", "HOTFIX", "ISSUE",
        "ITERATION", "JAVA", "LEVEL", "LOGIN", "MAIN", "MASTER", "MAVEN", "MERGE", "MILESTONE", "MR", "NODE",
        "NPM", "NUMBER", "OPTION", "PAGE", "PART", "PATCH", "PHASE", "PHP", "PICK", "POSTGRES", "PR", "PROD",
        "PROTOTYPE", "PYTHON", "RAILS", "REACT", "REBASE", "REFACTOR", "RELEASE", "RETRY", "REVERT", "REVIEW",
        "ROUND", "RUBY", "SPRING", "SPRINT", "STAGE", "STAGING", "STEP", "STORY", "SWIFT", "TASK", "TEAM",
        "TEMP", "TEST", "TICKET", "TMP", "TOP", "TOPIC", "TRY", "UBUNTU", "UPDATE", "UPGRADE", "VER",
        "VERSION", "VUE", "WEEK", "WIP", "WORK",
    ]

    /// Branches that bots open for dependencies: `renovate/node-20`.
    static let botBranches = ["renovate/", "dependabot/", "snyk-"]
}
