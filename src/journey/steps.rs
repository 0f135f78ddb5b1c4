//! Questions of a journey, whatever their types: one answer, or a list of them.

use crate::form::{AnyForm, ContentCheck, Form, FormData, Question};

/// A question that fills a place in the answers.
pub(crate) trait Asks<A>: Send + Sync {
    /// The name of the question.
    fn name(&self) -> &'static str;

    /// The question as it is asked for the first time.
    fn blank(&self) -> AnyForm;

    /// How many answers there are: none or one, or as many as are on the list.
    fn count(&self, answers: &mut A) -> usize;

    /// The question with the answer at a place, or blank if there is none.
    fn form(&self, answers: &mut A, at: usize) -> AnyForm;

    /// The question with what was typed: [`Form::again`].
    fn again(&self, data: FormData) -> AnyForm;

    /// Reads an answer into its place.
    fn submit(&self, answers: &mut A, at: usize, data: FormData) -> Result<(), AnyForm>;

    /// Takes an answer away.
    fn remove(&self, answers: &mut A, at: usize);

    /// Takes all answers away.
    fn clear(&self, answers: &mut A);

    /// Checks the words of the question.
    fn check<'l>(&self, check: ContentCheck<'l>) -> ContentCheck<'l>;
}

/// A question that is answered once.
pub(super) struct Once<A, Q> {
    pub(super) place: fn(&mut A) -> &mut Option<Q>,
}

impl<A, Q: Question> Asks<A> for Once<A, Q> {
    fn name(&self) -> &'static str {
        Q::NAME
    }

    fn blank(&self) -> AnyForm {
        Form::<Q>::new().into_any()
    }

    fn count(&self, answers: &mut A) -> usize {
        usize::from((self.place)(answers).is_some())
    }

    fn form(&self, answers: &mut A, _at: usize) -> AnyForm {
        (self.place)(answers).as_ref().map_or_else(Form::<Q>::new, Form::filled).into_any()
    }

    fn again(&self, data: FormData) -> AnyForm {
        Form::<Q>::again(data).into_any()
    }

    fn submit(&self, answers: &mut A, _at: usize, data: FormData) -> Result<(), AnyForm> {
        *(self.place)(answers) = Some(Form::<Q>::submit(data).map_err(Form::into_any)?);
        Ok(())
    }

    fn remove(&self, answers: &mut A, _at: usize) {
        self.clear(answers);
    }

    fn clear(&self, answers: &mut A) {
        *(self.place)(answers) = None;
    }

    fn check<'l>(&self, check: ContentCheck<'l>) -> ContentCheck<'l> {
        check.question::<Q>()
    }
}

/// A question that is answered for each thing on a list.
pub(super) struct Repeated<A, Q> {
    pub(super) place: fn(&mut A) -> &mut Vec<Q>,
}

impl<A, Q: Question> Asks<A> for Repeated<A, Q> {
    fn name(&self) -> &'static str {
        Q::NAME
    }

    fn blank(&self) -> AnyForm {
        Form::<Q>::new().into_any()
    }

    fn count(&self, answers: &mut A) -> usize {
        (self.place)(answers).len()
    }

    fn form(&self, answers: &mut A, at: usize) -> AnyForm {
        (self.place)(answers).get(at).map_or_else(Form::<Q>::new, Form::filled).into_any()
    }

    fn again(&self, data: FormData) -> AnyForm {
        Form::<Q>::again(data).into_any()
    }

    fn submit(&self, answers: &mut A, at: usize, data: FormData) -> Result<(), AnyForm> {
        let answer = Form::<Q>::submit(data).map_err(Form::into_any)?;
        let list = (self.place)(answers);
        match list.get_mut(at) {
            Some(place) => *place = answer,
            None => list.push(answer),
        }
        Ok(())
    }

    fn remove(&self, answers: &mut A, at: usize) {
        let list = (self.place)(answers);
        if at < list.len() {
            list.remove(at);
        }
    }

    fn clear(&self, answers: &mut A) {
        (self.place)(answers).clear();
    }

    fn check<'l>(&self, check: ContentCheck<'l>) -> ContentCheck<'l> {
        check.question::<Q>()
    }
}
