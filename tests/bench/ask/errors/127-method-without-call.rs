struct Team {
    title: String,
}

impl Team {
    fn name(&self) -> &str {
        &self.title
    }
}

fn main() {
    let t = Team { title: "Owls".to_string() };
    println!("{}", t.name);
}
