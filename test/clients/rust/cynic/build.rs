fn main() {
    cynic_codegen::register_schema("beeper")
        .from_sdl_file("schema.graphql")
        .expect("a schema")
        .as_default()
        .expect("the only schema");
}
