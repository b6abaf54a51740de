extension GraphQL {
    /// What is wrong with a document before it runs. So far only the grammar is checked.
    enum Validation {
        static func errors(of document: Document, in schema: Schema) -> [QueryError] { [] }
    }
}
