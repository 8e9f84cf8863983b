struct Worker {
    name: Option<String>,
}
fn main() {
    let mut w = Worker { name: Some(String::from("x")) };
    let r = &mut w;
    println!("{}", r.name.unwrap());
}
