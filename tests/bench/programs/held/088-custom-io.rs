use std::fmt;
use std::io;

mod custom {
    pub mod io {
        pub fn hello() -> &'static str {
            "custom io"
        }
    }
}

use custom::io;

fn show() -> Result<(), fmt::Error> {
    println!("{}", io::hello());
    Ok(())
}

fn main() -> io::Result<()> {
    show().unwrap();
    println!("done");
    Ok(())
}
