struct Editor<'a> {
    doc: &'a mut String,
}

impl<'a> Editor<'a> {
    fn new(doc: &'a mut String) -> Self {
        Editor { doc }
    }
    fn append(&mut self, text: &str) {
        self.doc.push_str(text);
    }
}

fn main() {
    let mut doc = String::from("Dear");
    let mut first = Editor::new(&mut doc);
    let mut second = Editor::new(&mut doc);
    first.append(" Sir");
    second.append(" or Madam");
    println!("{doc}");
}
