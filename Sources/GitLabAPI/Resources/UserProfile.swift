/// What a user shows of themselves to others. Pictures are not read.
///
/// <https://docs.gitlab.com/api/users/#retrieve-a-user>
public struct UserProfile: Decodable, Hashable, Sendable {
    public let user: User
    /// Empty or `nil` unless shown.
    public let publicEmail: String?
    public let bio: String?
    public let location: String?
    public let linkedin: String?
    public let twitter: String?
    public let discord: String?
    public let github: String?
    public let website: String?
    public let organization: String?
    public let jobTitle: String?
    public let pronouns: String?
    /// Job title and organisation in one line; `nil` without them.
    public let workInformation: String?
    /// The time of day where the user is, as a text; `nil` unless a time zone is set.
    public let localTime: String?
    /// Missing for oneself.
    public let followers: Int?
    /// Missing for oneself.
    public let following: Int?

    private enum CodingKeys: String, CodingKey {
        case publicEmail = "public_email"
        case bio
        case location
        case linkedin
        case twitter
        case discord
        case github
        case website = "website_url"
        case organization
        case jobTitle = "job_title"
        case pronouns
        case workInformation = "work_information"
        case localTime = "local_time"
        case followers
        case following
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        user = try User(from: decoder)
        publicEmail = fields.lenient(.publicEmail)
        bio = fields.lenient(.bio)
        location = fields.lenient(.location)
        linkedin = fields.lenient(.linkedin)
        twitter = fields.lenient(.twitter)
        discord = fields.lenient(.discord)
        github = fields.lenient(.github)
        website = fields.lenient(.website)
        organization = fields.lenient(.organization)
        jobTitle = fields.lenient(.jobTitle)
        pronouns = fields.lenient(.pronouns)
        workInformation = fields.lenient(.workInformation)
        localTime = fields.lenient(.localTime)
        followers = fields.integer(.followers)
        following = fields.integer(.following)
    }
}
