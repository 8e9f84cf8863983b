use std::collections::HashMap;

pub struct Book {
    pub title: String,
    pub author: String,
    pub copies: u32,
}

#[derive(Debug, PartialEq)]
pub enum LoanError {
    NoSuchBook(String),
    NoneLeft,
}

pub struct Library {
    books: HashMap<String, Book>,
    loans: Vec<(String, String)>,
}

impl Library {
    pub fn new() -> Self {
        Library { books: HashMap::new(), loans: Vec::new() }
    }

    pub fn add(&mut self, title: &str, author: &str, copies: u32) {
        let book = Book {
            title: title.to_string(),
            author: author.to_string(),
            copies,
        };
        self.books.insert(book.title.clone(), book);
    }

    pub fn lend(&mut self, title: &str, reader: &str) -> Result<u32, LoanError> {
        let book = self
            .books
            .get_mut(title)
            .ok_or(LoanError::NoSuchBook(title.to_string()))?;
        if book.copies == 0 {
            return Err(LoanError::NoneLeft);
        }
        book.copies -= 1;
        self.loans.push((title.to_string(), reader.to_string()));
        Ok(book.copies)
    }

    pub fn loans_of(&self, reader: &str) -> Vec<&str> {
        self.loans
            .iter()
            .filter(|(_, r)| r == reader)
            .map(|(t, _)| t.as_str())
            .collect()
    }
}

fn main() {
    let mut lib = Library::new();
    println!("{:?} {:?}", lib.lend("Dune", "Ana"), lib.loans_of("Ana"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> Library {
        let mut lib = Library::new();
        lib.add("Dune", "Herbert", 1);
        lib.add("Momo", "Ende", 3);
        lib
    }

    #[test]
    fn lending_reduces_copies() {
        assert_eq!(filled().lend("Momo", "Ana"), Ok(2));
    }

    #[test]
    fn unknown_title() {
        let e = filled().lend("Emma", "Ana");
        assert_eq!(e, Err(LoanError::NoSuchBook("Emma".to_string())));
    }

    #[test]
    fn none_left_the_second_time() {
        let mut lib = filled();
        lib.lend("Dune", "Ana").unwrap();
        assert_eq!(lib.lend("Dune", "Bo"), Err(LoanError::NoneLeft));
        assert_eq!(lib.loans_of("Ana"), vec!["Dune"]);
    }
}
