#[derive(Debug)]
struct User {
    id: u64,
    nick: Option<String>,
}

fn main() {
    let user = User { id: 7, nick: Some(String::from("koi")) };
    match user.nick {
        Some(nick) => println!("hello {nick}"),
        None => println!("hello stranger {}", user.id),
    }
    println!("{:?}", user);
}
