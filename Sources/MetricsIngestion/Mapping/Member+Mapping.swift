import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Member: NamingUsers {
    var users: [User] { [user] }

    /// - Parameter isInherited: whether the project itself does not list the member.
    func record(_ context: ReadContext, isInherited: Bool) -> MemberRecord {
        let stamp = context.stamp
        var record = MemberRecord(id: UserKey(context.project, Int64(user.id.rawValue)))
        record.user = Register(user.account, stamp: stamp)
        record.accessLevel = Register(accessLevel.rawValue, stamp: stamp)
        record.expiresOn = Register(expiresAt?.day, stamp: stamp)
        record.isInherited = Register(isInherited, stamp: stamp)
        record.existence = Register(.present, stamp: stamp)
        return record
    }
}
