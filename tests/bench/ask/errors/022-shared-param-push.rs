fn enrol(list: &Vec<String>, name: &str) {
    list.push(name.to_string());
}

fn main() {
    let mut list = Vec::new();
    enrol(&mut list, "Sana");
    enrol(&mut list, "Luc");
    println!("{}", list.len());
}
